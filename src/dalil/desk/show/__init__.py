"""Everything known of one id: what the record says, and where it is used."""
