"""The review of a report by the internal auditor: checklist, findings, statement."""
