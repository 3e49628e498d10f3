"""What every room of the window uses: settings, theme, icons, fonts, jobs, errors, translation."""
