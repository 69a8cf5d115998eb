package org.acervo.conformance;

/** Every rule there is. */
interface ConformanceRules
        extends TransportRules,
                EnvelopeRules,
                ErrorRules,
                DateRules,
                ListRules,
                SetRules,
                RecordRules,
                IdentifyRules,
                FormatRules,
                HostileRules,
                AcervoRules {}
