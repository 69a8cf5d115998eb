package org.acervo.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes away headers that only say what somebody would like, where they say it in a form that cannot be read (RFC 9110
 * sections 12.5 and 13.1): the answer is then the one to who said nothing. Without this the server fails over them.
 */
@PreMatching
@Priority(Integer.MIN_VALUE)
public class StrangeHeaders implements ContainerRequestFilter {

    private static final String WEIGHT = "(?:\\s*;\\s*q\\s*=\\s*(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String PARAMETER = "\\s*;\\s*(?!q\\s*=)" + TOKEN + "\\s*=\\s*(?:" + TOKEN + "|\"[^\"]*\")";
    private static final String LANGUAGE = "(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)" + WEIGHT;
    private static final String TAG = "(?:W/)?\"[^\"]*\"";
    private static final String RANGE =
            TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*" + WEIGHT + "(?:" + PARAMETER + ")*";

    private static final Map<String, Pattern> FORMS = Map.of(
            HttpHeaders.ACCEPT_LANGUAGE, listOf(LANGUAGE),
            HttpHeaders.ACCEPT, listOf(RANGE),
            HttpHeaders.IF_NONE_MATCH,
                    Pattern.compile("\\s*\\*\\s*|" + listOf(TAG).pattern()));

    private static Pattern listOf(String element) {
        return Pattern.compile("\\s*" + element + "(?:\\s*,\\s*" + element + ")*+\\s*");
    }

    @Override
    public void filter(ContainerRequestContext context) {
        clean(context.getHeaders());
    }

    static void clean(MultivaluedMap<String, String> headers) {
        FORMS.forEach((name, form) -> {
            List<String> values = headers.get(name);
            if (values != null
                    && !values.stream().allMatch(each -> form.matcher(each).matches())) {
                headers.remove(name);
            }
        });
    }
}
