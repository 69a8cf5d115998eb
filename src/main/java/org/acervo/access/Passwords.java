package org.acervo.access;

/** Hashes passwords, slowly on purpose. Thread-safe. */
public interface Passwords {

    /** A fresh hash with a salt of its own. */
    PasswordHash hash(String password);

    /** Whether the hash is of this password. Takes as long whatever the answer is. */
    boolean matches(String password, PasswordHash hash);
}
