package dev.auricle.deploy.embed;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.interceptor.UserRequestRetryVersionConflictsInterceptor;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A real FHIR R4 server (HAPI JPA on H2, behind Jetty) in our process, on loopback. Takes some 15 s to start. */
public final class FhirServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FhirServer.class);
    private static final int CONNECTIONS = 16;

    private final Server http;
    private final AnnotationConfigApplicationContext beans;
    private final JdbcConnectionPool database;
    private final URI base;

    private FhirServer(Server http, AnnotationConfigApplicationContext beans, JdbcConnectionPool database, URI base) {
        this.http = http;
        this.beans = beans;
        this.database = database;
        this.base = base;
    }

    /**
     * Starts one.
     *
     * @param directory where its data base lies
     * @param port where it listens
     */
    public static FhirServer start(Path directory, int port) {
        var database = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.resolve("fhir").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        database.setMaxConnections(CONNECTIONS);
        var beans = new AnnotationConfigApplicationContext();
        beans.registerBean("database", DataSource.class, () -> database);
        beans.register(FhirBeans.class);
        beans.refresh();
        var http = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var servlets = new ServletContextHandler("/");
        servlets.addServlet(new ServletHolder(restful(beans)), "/fhir/*");
        http.setHandler(servlets);
        startHttp(http, port);
        return new FhirServer(http, beans, database, URI.create("http://127.0.0.1:" + port + "/fhir"));
    }

    /** The base address for clients. */
    public URI base() {
        return base;
    }

    @Override
    @SuppressWarnings("IllegalCatch") // Server.stop declares Exception
    public void close() {
        try {
            http.stop();
        } catch (Exception failed) {
            LOG.atWarn().setCause(failed).log("the FHIR server did not stop cleanly");
        }
        beans.close();
        database.dispose();
    }

    @SuppressWarnings("IllegalCatch") // Server.start declares Exception
    private static void startHttp(Server http, int port) {
        try {
            http.start();
        } catch (Exception failed) {
            throw new UnableToEmbed("a FHIR server on port " + port, failed);
        }
    }

    private static RestfulServer restful(AnnotationConfigApplicationContext beans) {
        var server = new RestfulServer(beans.getBean(FhirContext.class));
        server.registerProviders(beans.getBean(ResourceProviderFactory.class).createProviders());
        server.registerProvider(beans.getBean(JpaSystemProvider.class));
        server.setPagingProvider(beans.getBean(DatabaseBackedPagingProvider.class));
        server.registerInterceptor(new UserRequestRetryVersionConflictsInterceptor());
        server.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                server,
                beans.getBean(IFhirSystemDao.class),
                beans.getBean(JpaStorageSettings.class),
                beans.getBean(ISearchParamRegistry.class),
                beans.getBean(IValidationSupport.class)));
        return server;
    }
}
