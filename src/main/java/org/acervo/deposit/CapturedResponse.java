package org.acervo.deposit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a servlet would have answered, without answering it. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status = 200;
    private String message = "";

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** By their names as they were set. */
    Map<String, String> headers() {
        return headers;
    }

    /** What went wrong, or nothing. */
    String message() {
        return message;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code, @Nullable String text) {
        status = code;
        message = text == null ? "" : text;
    }

    @Override
    public void sendError(int code) {
        sendError(code, "");
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        headers.merge(name, value, (one, other) -> one + ", " + other);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        headers.clear();
        status = 200;
    }
}
