package org.imprimatur.knowledge;

/**
 * The relationships between entities, and how they read: between the holder's name and the other's, and back. A name
 * here is the value of a {@link Relationship} on a component that refers to another entity.
 */
public enum RelationshipType {
	DEVELOPED_BY("was developed by", "developed"),

	DEPLOYED_BY("is offered by", "offers"),

	VARIANT_OF("is a variant of", "has the variant"),

	SUCCEEDS("succeeds", "was succeeded by"),

	SUBSIDIARY_OF("is a subsidiary of", "is the parent of"),

	PART_OF("is part of", "includes"),

	OFFICE_AT("holds or held an office at", "has or had in office"),

	MEMBER("has the member", "is a member of"),

	MEMBER_BY("has members by", "makes members of"),

	ISSUED_BY("was issued by", "issued"),

	SIGNED_BY("was signed by", "signed"),

	ADDRESSED_TO("is addressed to", "is an addressee of"),

	TARGETS("targets", "is targeted by"),

	IMPOSES("imposes", "is imposed by"),

	HAS_EFFECT("has the effect", "is an effect of"),

	MOTIVATED_BY("was motivated by", "motivated"),

	AFFECTS("acts on", "is acted on by"),

	BORNE_BY("is borne by", "bears"),

	EXCEPTION_TO("is an exception to", "has the exception"),

	ONCE_MET("holds only after fulfilment of", "has to be met before"),

	UNLESS_BREACHED("holds only without a breach of", "would, if breached, end"),

	COVERS_MODEL("covers", "is covered by"),

	COVERS_COMPANY("covers", "is covered by"),

	COVERS_CATEGORY("covers", "is covered by"),

	COVERS_DATA("is limited to the data", "is the data that limits"),

	COVERS_RECIPIENT("names as recipient", "is a recipient named by"),

	EXCLUDES("excludes", "is excluded by"),

	COUNTED_FROM("has a date counted from", "is what is counted from by"),

	FOUND_BY("has a finding by", "made a finding on"),

	FOUND_IN("has a finding in", "has a finding on"),

	HAS_PARTICIPANT("had the participant", "took part in"),

	ABOUT("is about", "is a subject of"),

	CITES("rests on", "is evidence for"),

	TEXT_OF("is the text of", "has the text"),

	COVERS("tells the history of", "has its history in"),

	CONSULTED("consulted", "was consulted for");

	private final String onward;
	private final String back;

	RelationshipType(String onward, String back) {
		this.onward = onward;
		this.back = back;
	}

	/** What stands between the name of the holder and that of the other: "was developed by". */
	public String onward() {
		return onward;
	}

	/** What stands between the name of the other and that of the holder: "developed". */
	public String back() {
		return back;
	}
}
