package org.acervo.access.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cookies of the console: no script reads them, no other site's form carries them, and where the repository is reached by
 * https they come from its own host and by https only ({@code __Host-}, RFC 6265bis section 4.1.3.2). Immutable.
 */
public final class SessionCookie {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;
    private final String prefix;

    /** @param baseUrl the public address of the repository */
    public SessionCookie(String baseUrl) {
        this.secure = baseUrl.startsWith("https://");
        this.prefix = secure ? "__Host-acervo-" : "acervo-";
    }

    /** The key of the session that a browser has. */
    public Optional<String> read(HttpServletRequest request) {
        return read(request, Kind.SESSION);
    }

    /** What a browser has of a kind; empty also where it is nothing that this server gave. */
    public Optional<String> read(HttpServletRequest request, Kind kind) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name(kind))
                        && KEY.matcher(cookie.getValue()).matches()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Gives a browser something; it keeps it until it is closed. */
    public NewCookie give(Kind kind, String value) {
        return cookie(kind, value, NewCookie.DEFAULT_MAX_AGE);
    }

    /** Takes it away again. */
    public NewCookie take(Kind kind) {
        return cookie(kind, "", 0);
    }

    private NewCookie cookie(Kind kind, String value, int age) {
        return new NewCookie.Builder(name(kind))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(kind == Kind.STRANGER ? NewCookie.SameSite.STRICT : NewCookie.SameSite.LAX)
                .maxAge(age)
                .build();
    }

    private String name(Kind kind) {
        return prefix + kind.name().toLowerCase(Locale.ROOT);
    }

    /** What the cookies are for. */
    public enum Kind {
        /** The key of a session. */
        SESSION,
        /** A text of a browser that nobody has signed in with, to which the form of the sign-in belongs. */
        STRANGER,
        /** The key of a sign-in through an OpenID provider, from which the browser comes back. */
        ATTEMPT
    }
}
