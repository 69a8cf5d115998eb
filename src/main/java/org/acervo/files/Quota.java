package org.acervo.files;

import java.util.OptionalLong;

/** How much a mission may store. Thread-safe. */
public interface Quota {

    /** In bytes, all its files together; empty where there is no limit. */
    OptionalLong limit(String mission);
}
