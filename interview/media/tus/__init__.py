"""tus 1.0.0 as the doors speak it: headers to values, values to headers; `protocol` is the way in."""
