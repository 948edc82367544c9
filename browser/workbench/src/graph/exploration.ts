export type Node = { id: string; name: string };
export type Edge = { from: string; reads: string; readsBack: string; to: string };
/** What is something to a node, by how that reads from its side. */
export type Group = { reads: string; nodes: Node[] };

/** Of what kind something is, as its id tells. */
export const kind = (id: string): string => id.slice(0, id.indexOf("/"));

export const key = ({ from, reads, to }: Edge): string => `${from} ${reads} ${to}`;

/** How a relationship reads from one of its ends. */
export const readingFrom = (id: string, { from, reads, readsBack }: Edge): string => (from === id ? reads : readsBack);

/** What answers have told of the graph, and the part of it that is drawn. */
export class Exploration {
	private readonly known = new Map<string, Node>();
	private readonly links = new Map<string, Edge>();
	private readonly drawn = new Set<string>();

	learn(nodes: Node[], edges: Edge[]): void {
		nodes.forEach((node) => this.known.set(node.id, node));
		edges.forEach((edge) => this.links.set(key(edge), edge));
	}

	/** Takes up in the drawing what it does not have yet, and tells how much that was. */
	draw(ids: Iterable<string>): number {
		const before = this.drawn.size;
		for (const id of ids) {
			this.drawn.add(id);
		}
		return this.drawn.size - before;
	}

	/** Takes something out of the drawing; what is known of it stays so. */
	erase(id: string): void {
		this.drawn.delete(id);
	}

	holds(id: string): boolean {
		return this.drawn.has(id);
	}

	node(id: string): Node {
		return this.known.get(id) ?? { id, name: id };
	}

	get nodes(): Node[] {
		return [...this.drawn].map((id) => this.node(id));
	}

	/** Every relationship that is known among what is drawn. */
	get edges(): Edge[] {
		return [...this.links.values()].filter(({ from, to }) => this.drawn.has(from) && this.drawn.has(to));
	}

	/** What is known to be linked to a node, drawn or not, in the order of how that reads from its side. */
	groups(id: string): Group[] {
		const groups = new Map<string, Node[]>();
		[...this.links.values()]
			.filter(({ from, to }) => from === id || to === id)
			.forEach((edge) => {
				const reads = readingFrom(id, edge);
				groups.set(reads, [...(groups.get(reads) ?? []), this.node(edge.from === id ? edge.to : edge.from)]);
			});
		return [...groups].sort().map(([reads, nodes]) => ({ reads, nodes }));
	}
}
