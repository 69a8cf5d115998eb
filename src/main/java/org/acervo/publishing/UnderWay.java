package org.acervo.publishing;

/** What is on its way to become files and counts against the quota of its mission already. Thread-safe. */
public interface UnderWay {

    /** How many bytes are coming for a mission. */
    long bytes(String mission);
}
