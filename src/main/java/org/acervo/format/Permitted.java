package org.acervo.format;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Calls what may not be called elsewhere, for the reason given. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface Permitted {
    String value();
}
