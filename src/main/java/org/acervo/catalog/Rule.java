package org.acervo.catalog;

import java.util.Locale;

/** The rules that findings name; the code is stable and is what programs compare. */
public enum Rule {
    NOT_JSON,
    NOT_UTF8,
    NOT_AN_OBJECT,
    TOO_LONG,
    TOO_MANY,
    TOO_DEEP,
    UNKNOWN_MEMBER,
    REPEATED_MEMBER,
    WRONG_KIND,
    EMPTY_VALUE,
    REQUIRED,
    UNKNOWN_CODE,
    /** A code that is understood where a record has it, and may no longer be given. */
    RETIRED_CODE,
    MALFORMED_LANGUAGE,
    MALFORMED_DATE,
    MALFORMED_PERIOD,
    UNKNOWN_PLACE,
    MALFORMED_URI,
    MALFORMED_SOURCE_ID,
    RELATION_TO_ITSELF,
    UNKNOWN_LICENCE,
    SOURCE_ID_TAKEN,
    /** The publication that had it was erased: 409. */
    SOURCE_ID_ERASED,
    /** What is wanted cannot be done to a publication that was erased: 409. */
    ERASED,
    /** Somebody has asked for the erasure already: 409. */
    ERASURE_ASKED,
    /** Nobody has asked for the erasure, or too long ago: 409. */
    ERASURE_NOT_ASKED,
    /** Whoever asked for an erasure cannot confirm it: 403. */
    SECOND_ADMINISTRATOR_REQUIRED,
    /** An address that leads anywhere but into the public Internet: 422. */
    ADDRESS_NOT_PUBLIC,
    /** 422. */
    WEAK_SECRET,
    /** The server cannot keep secrets, because its key is missing or unusable: 503. */
    SECRET_KEY_UNUSABLE,
    EDITED_SINCE_IMPORT,
    STATE_FORBIDS,
    RIGHT_REQUIRED,
    SIGN_IN_REQUIRED,
    /** Answered with 401. */
    SIGN_IN_FAILED,
    /** Answered with 401, to whoever sends a name and password where only the organisation's own sign-in counts. */
    PASSWORDS_NOT_TAKEN,
    /** Of a token that has expired or was revoked; answered with 401. */
    TOKEN_ENDED,
    /** Says in seconds when to come back; answered with 429 and that time. */
    TOO_MANY_REQUESTS,
    WRONG_EXPIRY,
    MALFORMED_NAME,
    /** Answered with 409. */
    NAME_TAKEN,
    TOO_SHORT,
    ONLY_OF_DEPOSITORS,
    /** Answered with 409. */
    LAST_ADMINISTRATOR,
    /** A colleague works on it: 409. */
    CLAIMED,
    REASON_REQUIRED,
    ERASURE_REASON_REQUIRED,
    NOT_STORED,
    /** What was sent is no spreadsheet; status 422. */
    NOT_A_SHEET,
    /** What was sent is an archive that is broken, encrypted or hostile; status 422. */
    MALFORMED_ARCHIVE,
    /** The name of an entry leads out of the folder into which its archive would be unpacked; status 422. */
    ENTRY_OUTSIDE,
    /** An entry of an archive unpacks to so many times its size that it may be meant to do harm; status 422. */
    ENTRY_INFLATES,
    /** An archive holds no spreadsheet, or more than one that could be meant; status 422. */
    ONE_SHEET_REQUIRED,
    /** A spreadsheet has no row of headings with a column for titles; status 422. */
    NO_TITLE_COLUMN,
    REPEATED_COLUMN,
    /** A value beyond the last heading of a sheet, perhaps because a separator within a value was taken for one. */
    NO_HEADING,
    /** A quotation mark of comma-separated values that is closed nowhere, or rows further down; status 422. */
    UNCLOSED_QUOTE,
    CELL_ERROR,
    /** A formula that the program which wrote the sheet has not calculated. */
    FORMULA_WITHOUT_VALUE,
    CHANGED_DATE,
    CHANGED_NUMBER,
    MISSING_FILE,
    REPEATED_ROW,
    UPDATE_NEEDED,
    UNKNOWN_RECORD,
    UNKNOWN_COLUMN(Finding.Severity.WARNING),
    DATE_READ(Finding.Severity.WARNING),
    UNUSED_FILE(Finding.Severity.WARNING),
    /** What it names does not exist for whoever asks: 404. */
    NOT_FOUND,
    /** A change to a version that is no longer the current one: 412. */
    STALE_VERSION,
    /** A change that does not say which version it was made to: 428. */
    IF_MATCH_REQUIRED,
    /** 400. */
    MALFORMED_HEADER,
    /** 400. */
    MISSING_HEADER,
    /** 400. */
    MALFORMED_PARAMETER,
    /** A parameter that is read by nobody there; 400. */
    UNKNOWN_PARAMETER,
    /** Something in the search box that was opened and not closed. */
    QUERY_UNCLOSED(Finding.Severity.WARNING),
    /** Something in the search box that cannot stand where it stands. */
    QUERY_MISPLACED(Finding.Severity.WARNING),
    QUERY_UNKNOWN_FIELD(Finding.Severity.WARNING),
    QUERY_MALFORMED_RANGE(Finding.Severity.WARNING),
    /** A wildcard with too little before it. */
    QUERY_TOO_BROAD(Finding.Severity.WARNING),
    QUERY_TOO_COMPLEX(Finding.Severity.WARNING),
    /** 413. */
    TOO_LARGE,
    /** 415. */
    UNSUPPORTED_TYPE,
    /** The same key for another request: 422. */
    IDEMPOTENCY_KEY_REUSED,
    /** 400. */
    NOT_XML,
    /** The client takes none of the forms that there are; answered with 406. */
    NOT_ACCEPTABLE,
    /** A body that was compressed on its way; answered with 415. */
    UNSUPPORTED_ENCODING,
    /** An address to which nothing may be sent unencrypted. */
    INSECURE_ADDRESS,
    /** Of the publication nothing but a tombstone is left; answered with 410, why, and what took its place. */
    WITHDRAWN,
    NOT_DUBLIN_CORE,
    NOT_MAPPED(Finding.Severity.WARNING),
    /** The public may not have the file, or not yet; answered with 403. */
    NOT_OPEN,
    /** A publication has no file of that name, or the caller may not know of it; answered with 404. */
    UNKNOWN_FILE,
    /** The file is no longer the one that was meant; answered with 412. */
    FILE_CHANGED,
    /** A file of that name is there already; answered with 412 where the request wanted it not to be. */
    FILE_EXISTS,
    MALFORMED_FILE_NAME,
    EMPTY_FILE,
    /** Answered with 413. */
    FILE_TOO_LARGE,
    /** Answered with 415. */
    MEDIA_TYPE_NOT_ALLOWED,
    /** Answered with 400. */
    MALFORMED_DIGEST,
    /** Answered with 400. */
    DIGEST_MISMATCH,
    /** Fewer or more bytes came than were announced; answered with 400. */
    INCOMPLETE_UPLOAD,
    /** A part of an upload that does not begin where the one before has ended; answered with 409. */
    UPLOAD_ELSEWHERE,
    /** A version of tus that is not spoken here; answered with 412. */
    UPLOAD_VERSION,
    /** Another request works on the same upload; answered with 423. */
    UPLOAD_LOCKED,
    /** A part has more bytes than are left of its upload; answered with 400. */
    UPLOAD_PART_TOO_LONG,
    /** A part of an upload stopped coming; what has come stays. Answered with 400. */
    UPLOAD_BROKE_OFF,
    /** A part of an upload has another checksum than was said; answered with 460, as tus has it. */
    UPLOAD_SPOILT,
    /** Answered with 507. */
    QUOTA_EXCEEDED,
    /** The disk is full; answered with 507. */
    STORAGE_FULL,
    REMOVED_CHARACTERS(Finding.Severity.WARNING),
    WRONG_CHECK_DIGIT(Finding.Severity.WARNING),
    /** An ISBN or ISSN with too few or too many digits. */
    MALFORMED_NUMBER(Finding.Severity.WARNING),
    RIGHTS_NOT_EVALUATED(Finding.Severity.WARNING),
    NO_FILE_OR_LINK(Finding.Severity.WARNING),
    /** What a withdrawn publication was replaced by is not here: readers see it as text. */
    UNKNOWN_SUCCESSOR(Finding.Severity.WARNING),
    WITHDRAWN_SUCCESSOR(Finding.Severity.WARNING),
    REPEATED_VALUE(Finding.Severity.WARNING),
    DUPLICATE_CONTENT(Finding.Severity.WARNING),
    NAME_UNLIKE_CONTENT(Finding.Severity.WARNING);

    private final Finding.Severity severity;

    Rule() {
        this(Finding.Severity.ERROR);
    }

    Rule(Finding.Severity severity) {
        this.severity = severity;
    }

    /** The code used in documents, such as {@code unknown-code}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Finding.Severity severity() {
        return severity;
    }
}
