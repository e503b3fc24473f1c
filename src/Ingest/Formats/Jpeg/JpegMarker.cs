namespace MediaGuard.Ingest.Formats.Jpeg;

/// <summary>Marker codes of ITU-T T.81 table B.1.</summary>
internal static class JpegMarker
{
    public const byte BaselineFrame = 0xC0;
    public const byte HuffmanTables = 0xC4;
    public const byte ArithmeticConditioning = 0xCC;
    public const byte Start = 0xD8;
    public const byte End = 0xD9;
    public const byte Scan = 0xDA;
    public const byte QuantisationTables = 0xDB;
    public const byte RestartInterval = 0xDD;
    public const byte App0 = 0xE0;
    public const byte Comment = 0xFE;

    /// <summary>Start of frame, of any process: C0..CF but for DHT, JPG and DAC.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not HuffmanTables and not 0xC8 and not ArithmeticConditioning;

    public static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;

    public static bool IsApplication(byte marker) => marker is >= App0 and <= 0xEF;

    /// <summary>TEM, RSTn, SOI and EOI stand alone; all others carry a length.</summary>
    public static bool StandsAlone(byte marker) => marker is 0x01 or >= 0xD0 and <= 0xD9;
}
