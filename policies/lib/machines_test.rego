package lib.machines_test

import data.lib.machines

test_families_that_have_a_successor if {
	every class in ["m4.large", "db.t2.micro", "cache.r3.xlarge", "g3s.xlarge"] {
		machines.outdated(class)
	}
	every class in ["m7g.large", "db.t4g.micro", "cache.r7g.xlarge", "db.serverless", "optimal", "t3.micro"] {
		not machines.outdated(class)
	}
}

test_sizes_beyond_eight_cores if {
	every class in ["m7g.3xlarge", "db.r6i.16xlarge.tpc2.mem2x", "cache.r7g.4xlarge", "c7g.metal", "c7i.metal-24xl"] {
		machines.large(class)
	}
	every class in ["m7g.2xlarge", "db.m7g.xlarge", "cache.r7g.large", "db.serverless", "optimal", "g5"] {
		not machines.large(class)
	}
}

test_chips_for_one_purpose if {
	every class in ["g5.xlarge", "p4d.24xlarge", "trn1.2xlarge", "inf2.xlarge", "dl1.24xlarge", "vt1.3xlarge", "f2.6xlarge", "gr6.4xlarge", "g6"] {
		machines.accelerated(class)
	}
	every class in ["m7g.large", "hpc7g.4xlarge", "optimal", "db.r7g.large", "d3.xlarge"] {
		not machines.accelerated(class)
	}
}
