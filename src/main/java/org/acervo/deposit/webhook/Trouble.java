package org.acervo.deposit.webhook;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.acervo.vocabulary.InterfaceLanguage;

/**
 * Why a call failed, told to each reader in their language. Immutable.
 *
 * @param detail what the reason is about, such as a status; may be empty
 */
public record Trouble(Reason reason, String detail) {

    private static final String BUNDLE = "org.acervo.deposit.webhook.troubles";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** What goes wrong. */
    public enum Reason {
        NOT_CALLABLE,
        NOT_PUBLIC,
        NO_HOST,
        NO_ADDRESS,
        /** The detail is what the system says of it. */
        NOT_REACHED,
        /** The detail is what the library says of it. */
        TLS,
        TOO_SLOW,
        NOT_HTTP,
        ENDLESS,
        HUNG_UP,
        LINE_TOO_LONG,
        REDIRECTED,
        /** The detail is the status. */
        STATUS,
        SECRET_UNREADABLE,
        /** Kept in words, by an earlier version. */
        OTHER;

        /** The code used in documents, such as {@code too-slow}. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Trouble of(Reason reason) {
        return new Trouble(reason, "");
    }

    /** What {@link #kept()} gave. */
    public static Trouble parse(String kept) {
        String[] words = kept.split(" ", 2);
        return Arrays.stream(Reason.values())
                .filter(each -> each.code().equals(words[0]))
                .findFirst()
                .map(reason -> new Trouble(reason, words.length == 2 ? words[1] : ""))
                .orElseGet(() -> new Trouble(Reason.OTHER, kept));
    }

    /** One text for both. */
    public String kept() {
        return reason == Reason.OTHER ? detail : detail.isEmpty() ? reason.code() : reason.code() + " " + detail;
    }

    /** A sentence. */
    String told(InterfaceLanguage language) {
        String pattern =
                ResourceBundle.getBundle(BUNDLE, language.locale(), NO_FALLBACK).getString(reason.code());
        return new MessageFormat(pattern, language.locale()).format(new Object[] {detail});
    }

    /** Carries one to where the call ends. */
    static final class Failure extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Trouble trouble;

        Failure(Reason reason) {
            super(reason.code());
            this.trouble = of(reason);
        }

        Trouble trouble() {
            return trouble;
        }
    }
}
