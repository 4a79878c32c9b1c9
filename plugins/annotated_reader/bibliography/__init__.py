"""The bibliography in the forms of others: CSL JSON, and through pandoc whatever else there is."""
