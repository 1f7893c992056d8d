"""Writers: networks that put what an encoder has heard into words."""
