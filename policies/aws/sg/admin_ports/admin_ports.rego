# METADATA
# title: Administration and databases are not open to everybody
# description: "A shell, a desktop, a database or a cluster's own API that answers the whole internet is tried within minutes."
# custom:
#   id: AWS-SG-001
#   severity: critical
#   types: [aws_default_security_group, aws_security_group, aws_security_group_rule, aws_vpc_security_group_ingress_rule]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_24, CKV_AWS_25, AWS-0107, EC2RestrictedSSH, EC2RestrictedCommonPorts]
#   controls: [CIS-AWS-5.2, NIST-SC-7]
#   fix: "Name the networks or the security group that may connect; use Session Manager for shells."
#   unknown: defer
package aws.sg.admin_ports

import data.lib.groups
import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} opens port {port} ({name}) to everybody") if {
	types[input.type]
	some port, name in ports
	some opening in groups.ingress
	groups.holds(opening, port)
	not groups.every_port(opening)
}

# Every port at once is AWS-SG-002's.
types := {"aws_default_security_group", "aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_ingress_rule"}

ports := {
	20: "FTP", 21: "FTP", 22: "SSH", 23: "Telnet", 135: "RPC", 139: "NetBIOS", 445: "SMB", 1433: "SQL Server",
	1521: "Oracle", 2375: "Docker", 2379: "etcd", 3306: "MySQL", 3389: "Remote Desktop", 5432: "PostgreSQL",
	5601: "Kibana", 5900: "VNC", 6379: "Redis", 6443: "Kubernetes", 9200: "Elasticsearch", 10250: "kubelet",
	11211: "Memcached", 27017: "MongoDB",
}
