"""Reading what an answer rests on: its sources opened, turned over, linked to."""
