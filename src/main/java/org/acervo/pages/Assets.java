package org.acervo.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The files that pages are shown with: style sheet, scripts and icon, and the schemas that records name. Thread-safe. */
final class Assets {

    /** A file as it is sent. */
    record Asset(byte[] content, String type, String digest) {

        private static final int LENGTH = 12;

        static Asset of(byte[] content, String type) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return new Asset(content, type, HexFormat.of().formatHex(digest).substring(0, LENGTH));
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    static final String STYLE = "acervo.css";
    static final String HTMX = "htmx.js";
    static final String SCRIPT = "console.js";
    static final String ICON = "icon.svg";

    private static final Map<String, Asset> FILES = files();

    private Assets() {}

    /** A file of {@code /assets} or {@code /schemas}, such as {@code assets/acervo.css}. */
    static Optional<Asset> find(String path) {
        return Optional.ofNullable(FILES.get(path));
    }

    /** The address of a file below the root, which changes with its content so that it may be kept for ever. */
    static String address(String name) {
        Asset asset = FILES.get("assets/" + name);
        if (asset == null) {
            throw new IllegalArgumentException("There is no asset " + name);
        }
        return "assets/" + name + "?v=" + asset.digest();
    }

    private static Map<String, Asset> files() {
        Map<String, Asset> files = new HashMap<>();
        files.put("assets/" + STYLE, read("/org/acervo/assets/" + STYLE, "text/css; charset=UTF-8"));
        files.put("assets/" + ICON, read("/org/acervo/assets/" + ICON, "image/svg+xml"));
        files.put(
                "assets/" + HTMX,
                read("/META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js", "text/javascript; charset=UTF-8"));
        files.put("assets/" + SCRIPT, read("/org/acervo/assets/" + SCRIPT, "text/javascript; charset=UTF-8"));
        for (String schema : new String[] {"qualifieddc", "dc", "dcterms", "dcmitype", "xml"}) {
            String name = schema + ".xsd";
            files.put("schemas/" + name, read("/org/acervo/schemas/" + name, "application/xml; charset=UTF-8"));
        }
        return Map.copyOf(files);
    }

    private static Asset read(String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The product lacks " + resource);
            }
            return Asset.of(in.readAllBytes(), type);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
