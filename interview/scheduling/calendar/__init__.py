"""The calendar: interviews as iCalendar files and feeds, free time, busy time from elsewhere, and self-booking.

Owns the tables calendar_feeds, working_hours, busy_sources, busy_times and booking_links.
Tells people of their interviews through `notifications`, and core's conflicts of busy times.
Serves /api/calendar, /api/booking and the calendar files of interviews.
"""
