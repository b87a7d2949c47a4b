"""Runs a notebook from top to bottom, then one more cell: run_notebook.py NOTEBOOK WHERE MORE. Ends with what went wrong, if anything did."""
import sys

import nbformat
from nbclient import NotebookClient

path, folder, more = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
nbformat.validate(notebook)
notebook.cells.append(nbformat.v4.new_code_cell(more))
NotebookClient(notebook, timeout=600, resources={"metadata": {"path": folder}}).execute()
for cell in notebook.cells:
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            print(output.text, end="")
        elif "image/png" in output.get("data", {}):
            print("[picture]")
