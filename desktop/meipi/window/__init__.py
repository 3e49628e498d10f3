"""The main window and its table of commands, from which menus, toolbar and key sheet derive."""
