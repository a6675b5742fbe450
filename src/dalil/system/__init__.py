"""What runs beside us: processes, how far work is, files that change."""
