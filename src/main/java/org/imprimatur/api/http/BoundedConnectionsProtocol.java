package org.imprimatur.api.http;

import java.net.InetAddress;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP over {@link BoundedConnections}; Tomcat makes it by its name. */
public final class BoundedConnectionsProtocol extends Http11NioProtocol {

	private static final long BETWEEN_SWEEPS = 500;

	private final BoundedConnections connections;
	private @Nullable ScheduledFuture<?> sweeping;

	/** As Tomcat makes it. */
	public BoundedConnectionsProtocol() {
		this(new BoundedConnections());
	}

	private BoundedConnectionsProtocol(BoundedConnections connections) {
		super(connections);
		this.connections = connections;
	}

	void trust(Predicate<InetAddress> proxies) {
		connections.trust(proxies);
	}

	@Override
	public void start() throws Exception {
		super.start();
		sweeping = getUtilityExecutor().scheduleWithFixedDelay(connections::sweep, BETWEEN_SWEEPS, BETWEEN_SWEEPS,
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() throws Exception {
		if (sweeping != null) {
			sweeping.cancel(false);
		}
		super.stop();
	}
}
