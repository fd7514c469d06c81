"""Charts with controls: the same declaration for JupyterLab and for the static report."""
