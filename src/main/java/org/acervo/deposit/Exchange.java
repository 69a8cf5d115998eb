package org.acervo.deposit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.acervo.access.Caller;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** A request as JAX-RS has it, read strictly: what is misspelt or malformed is refused and never taken for nothing. */
public class Exchange {

    /** The largest document, in bytes; an import takes lines as long. */
    static final int LARGEST = 4 * 1024 * 1024;

    /** The forms of a publication, for negotiation. */
    static final List<Variant> VARIANTS = MediaTypes.DOCUMENTS.stream()
            .map(type -> new Variant(MediaType.valueOf(type), (String) null, null))
            .toList();

    static final String DRY_RUN = "dryRun";
    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM =
            Pattern.compile("\"([\\x20\\x21\\x23-\\x7E]{1,255})\"|([\\x21\\x23-\\x7E]{1,255})");

    @Context
    private HttpServletRequest request;

    @Context
    private UriInfo uri;

    @Context
    private Request jax;

    /**
     * The request as one that changes something.
     *
     * @throws Refused where a header or parameter cannot be read, or the body is too large
     * @throws IOException where the body breaks off
     */
    public Asked asked(Caller caller, InputStream body) throws IOException {
        allowParameters(Set.of(DRY_RUN));
        return asked(caller, request.getRequestURI(), new Asked.Body(type(), bytes(body)));
    }

    /** The same of a request whose body and parameters are read elsewhere. */
    Asked asked(Caller caller, String path, Asked.Body body) {
        return new Asked(
                caller,
                request.getMethod(),
                path,
                header("If-Match"),
                key(),
                Boolean.TRUE.equals(choice(DRY_RUN, Map.of("true", true, "false", false))),
                language(),
                accepted(),
                body);
    }

    /** An answer as JAX-RS has it, which nobody may keep. */
    public static Response response(Reply answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept, Accept-Language, Authorization");
        answer.headers().forEach(response::header);
        return answer.body().isEmpty()
                ? response.build()
                : response.entity(answer.body()).build();
    }

    /** The language of what people read in the answer. */
    public InterfaceLanguage language() {
        String accepted = header("Accept-Language");
        return InterfaceLanguage.negotiate(accepted == null ? "" : accepted);
    }

    /** The value of a parameter, or null where the address has none; an empty one is none. */
    public @Nullable String parameter(String name) {
        return new Parameters(uri.getQueryParameters(), List.of()).text(name);
    }

    /**
     * The value of a parameter among some, or null where the address has none.
     *
     * @throws Refused where it is none of them
     */
    public <T> @Nullable T choice(String name, Map<String, T> choices) {
        Parameters read = new Parameters(uri.getQueryParameters(), List.of());
        T chosen = read.choice(name, choices);
        read.refuse();
        return chosen;
    }

    /**
     * What the parameters say together.
     *
     * @param names all that there are
     * @param reading is given null or what stands for an absent one where a parameter cannot be read
     * @throws Refused with all that is wrong with them
     */
    public <T> T parameters(Set<String> names, Function<Parameters, T> reading) {
        Parameters given = new Parameters(
                uri.getQueryParameters(), ParameterGate.check(uri.getQueryParameters(), new TreeSet<>(names)));
        T read = reading.apply(given);
        given.refuse();
        return read;
    }

    /** @throws Refused where the address has a parameter that is none of these: it may be a misspelt one */
    public void allowParameters(Set<String> allowed) {
        List<Finding> findings = ParameterGate.check(uri.getQueryParameters(), new TreeSet<>(allowed));
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    /** What the client takes, as it says it. */
    @Nullable
    String accept() {
        return header("Accept");
    }

    /** The form in which a publication is told; who accepts none of those gets JSON. */
    private String accepted() {
        Variant variant = jax.selectVariant(VARIANTS);
        return variant == null ? MediaTypes.JSON : variant.getMediaType().toString();
    }

    private @Nullable String key() {
        String key = header(KEY);
        if (key == null) {
            return null;
        }
        var form = KEY_FORM.matcher(key.strip());
        if (!form.matches()) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, KEY, key, "8e03978e-40d5-43dd-bc93-6894a57f9324"));
        }
        return form.group(1) == null ? form.group(2) : form.group(1);
    }

    private String type() {
        String encoding = header("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new Refused(Finding.of(Rule.UNSUPPORTED_ENCODING, "Content-Encoding", encoding));
        }
        String type = request.getContentType();
        return type == null ? "" : type;
    }

    private byte[] bytes(InputStream body) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    private static Refused tooLarge() {
        return new Refused(Finding.of(Rule.TOO_LARGE, "", null, Integer.toString(LARGEST)));
    }

    private @Nullable String header(String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
