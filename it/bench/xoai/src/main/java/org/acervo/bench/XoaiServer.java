package org.acervo.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gdcc.xoai.dataprovider.DataProvider;
import io.gdcc.xoai.dataprovider.model.Context;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.Repository;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration.RepositoryConfigurationBuilder;
import io.gdcc.xoai.dataprovider.repository.SetRepository;
import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.OAIPMH;
import io.gdcc.xoai.services.impl.SimpleResumptionTokenFormat;
import io.gdcc.xoai.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * What Acervo is measured against: the XOAI data provider answering with the same oai_dc records, from memory.
 *
 * <p>{@code XoaiServer PORT ACERVO_BASE_URL [copy|parse]}: copies the records and sets of a running Acervo once, then
 * serves them. {@code copy}, the default, is XOAI's shortest way (ready metadata goes out as it is); {@code parse} lets
 * XOAI put each record through its transformer.
 */
public final class XoaiServer {
    private static final int PAGE = 100;

    private final DataProvider provider;
    private final RepositoryConfiguration configuration;

    private XoaiServer(Repository repository) {
        this.configuration = repository.getConfiguration();
        this.provider = new DataProvider(oaiDc(), repository);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: XoaiServer PORT ACERVO_BASE_URL [copy|parse]");
            System.exit(2);
        }
        int port = Integer.parseInt(arguments[0]);
        boolean copy = arguments.length < 3 || arguments[2].equals("copy");
        AcervoCopy source = new AcervoCopy(arguments[1], copy);
        MemoryItems items = new MemoryItems(source.items());
        List<Set> sets = source.sets();
        new XoaiServer(repository(port, items, sets)).start(port);
        System.out.printf("XOAI serves %d records and %d sets on port %d%n", items.size(), sets.size(), port);
    }

    private static Repository repository(int port, MemoryItems items, List<Set> sets) {
        RepositoryConfiguration configuration = new RepositoryConfigurationBuilder()
                .withRepositoryName("XOAI comparator")
                .withBaseUrl("http://localhost:" + port + "/oai")
                .withAdminEmail("bench@acervo.localhost")
                .withEarliestDate(items.earliest())
                .withGranularity(Granularity.Second)
                .withDeleteMethod(DeletedRecord.PERSISTENT)
                .withResumptionTokenFormat(new SimpleResumptionTokenFormat().withGranularity(Granularity.Second))
                .withMaxListRecords(PAGE)
                .withMaxListIdentifiers(PAGE)
                .withMaxListSets(PAGE)
                .withEnableMetadataAttributes(false)
                // Harvesters may ask from before the first record; Acervo answers them too.
                .withRequireFromAfterEarliest(false)
                .build();
        return new Repository(configuration).withItemRepository(items).withSetRepository(new MemorySets(sets));
    }

    private record MemorySets(List<Set> sets) implements SetRepository {
        @Override
        public boolean supportSets() {
            return true;
        }

        @Override
        public List<Set> getSets() {
            return sets;
        }

        @Override
        public boolean exists(String spec) {
            return sets.stream().anyMatch(set -> set.getSpec().equals(spec));
        }
    }

    private static Context oaiDc() {
        return new Context()
                .withMetadataFormat(MetadataFormat.metadataFormat("oai_dc")
                        .withNamespace("http://www.openarchives.org/OAI/2.0/oai_dc/")
                        .withSchemaLocation("http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
                        .withTransformer(MetadataFormat.identity()));
    }

    private void start(int port) throws IOException {
        // Without it the JDK's server holds small answers back for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/oai", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean gzip = accepts(exchange, "gzip");
            byte[] body = body(parameters(exchange.getRequestURI().getRawQuery()), gzip);
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            if (gzip) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (Exception e) {
            e.printStackTrace();
            throw new IOException(e);
        }
    }

    private byte[] body(Map<String, String[]> parameters, boolean gzip) throws Exception {
        OAIPMH answer = provider.handle(parameters);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes, 1 << 14) : bytes;
                XmlWriter writer = new XmlWriter(out, configuration)) {
            writer.writeStartDocument();
            answer.write(writer);
            writer.writeEndDocument();
            writer.flush();
        }
        return bytes.toByteArray();
    }

    private static boolean accepts(HttpExchange exchange, String coding) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        return accepted != null && accepted.contains(coding);
    }

    private static Map<String, String[]> parameters(String query) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String pair : (query == null ? "" : query).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.computeIfAbsent(pair.substring(0, equals), k -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        found.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }
}
