package org.imprimatur.graph.walk;

import java.util.Locale;

/** The entities that a walk has come to; from each of these it goes on to later ones only. */
enum Stage {

	/** What a timeline is asked of. */
	ASKED,
	/** That, and the subjects of those that are dossiers. */
	TOLD,
	/** What facts are gathered about: a model, or the nodes of a timeline. */
	NODES,
	/** These, what they are variants of, who develops and deploys them, and whose subsidiaries those are. */
	KIN,
	/** The categories that any of the kin may belong to. */
	CATEGORIES,
	/** All that makes a scope reach the nodes if it names it: the kin, and the categories with the wider ones. */
	SUBJECTS,
	/** The conditions whose scopes name any of that. */
	NORMS,
	/** Whom and what else these name. */
	NAMED,
	/** These, what they are part of, and their parts. */
	PARTIES,
	/** The nodes of a timeline, and the acts and conditions that name any of them. */
	NAMING,
	/** From where the acts are sought: the conditions, the acts that make members, and what a timeline has beside. */
	STARTS,
	/** These, the acts that impose, end and suspend them, and the acts on those acts. */
	ACTS,
	/** All that bears on the nodes. */
	BEARING,
	/** The sources that it cites. */
	CITED,
	/** All of that, and the instruments whose text a source is. */
	GATHERED;

	/** How statements name the list of the entities. */
	String list() {
		return name().toLowerCase(Locale.ROOT);
	}
}
