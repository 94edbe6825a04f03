"""Pictures of numbers: plotly figures where people hover and click, small SVG drawn once by the server elsewhere."""
