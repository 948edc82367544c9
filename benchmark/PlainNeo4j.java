import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/** A Neo4j for the peer, as the product has its own: of the same version, in a directory, at a port. */
final class PlainNeo4j {

	public static void main(String[] arguments) {
		DatabaseManagementService service = new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
				.setConfig(GraphDatabaseSettings.auth_enabled, false)
				.setConfig(GraphDatabaseSettings.udc_enabled, false)
				.setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
				.setConfig(BoltConnector.enabled, true)
				.setConfig(BoltConnector.server_bolt_telemetry_enabled, false)
				.setConfig(BoltConnector.listen_address,
						new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
				.build();
		Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
	}
}
