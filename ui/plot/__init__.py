"""Tables as pictures: SVG of our own, drawn without a script, coloured by the page's style."""
