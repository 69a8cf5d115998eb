package org.acervo.oai;

/**
 * One error of an answer.
 *
 * @param message English, says what to do about it; of characters that XML allows
 */
public record ProtocolError(ErrorCode code, String message) {}
