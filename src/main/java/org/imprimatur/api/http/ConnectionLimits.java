package org.imprimatur.api.http;

import org.apache.catalina.util.NetMaskSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat bound its connections, but for those of the proxies whose headers are believed. */
@Component
class ConnectionLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final NetMaskSet proxies = new NetMaskSet();

	ConnectionLimits(@Value("${server.tomcat.remoteip.internal-proxies}") String networks) {
		proxies.addAll(networks.replace(" ", ""));
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.setProtocol(BoundedConnectionsProtocol.class.getName());
		factory.addConnectorCustomizers(connector -> {
			if (connector.getProtocolHandler() instanceof BoundedConnectionsProtocol bounded) {
				bounded.trust(proxies::contains);
			}
		});
	}
}
