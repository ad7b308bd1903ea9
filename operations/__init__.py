"""What the people who run the classroom have to know. Observes the other rooms."""
