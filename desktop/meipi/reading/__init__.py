"""The page: its layout (pure numpy), its glyphs, its painting, its selection and its keys."""
