package lib.report_test

import data.lib.report

chain := [{"path": ["deny"]}, {"path": [], "annotations": {"custom": {"id": "TEST-001"}}}]

test_what_is_missing_is_not_certain if {
	report.finding(chain, "no key") == {"certain": false, "id": "TEST-001", "message": "no key"}
}

test_what_was_read_is_certain if {
	report.violation(chain, "bad key") == {"certain": true, "id": "TEST-001", "message": "bad key"}
}
