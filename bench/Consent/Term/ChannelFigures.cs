namespace MediaGuard.Bench.Consent.Term;

/// <summary>One channel's part of <see cref="TermFigures"/>.</summary>
internal sealed class ChannelFigures
{
    public int Asked { get; set; }

    /// <summary>Waiting for somebody once the day's contact sheet was gone through.</summary>
    public int Held { get; set; }

    /// <summary>Shows somebody who refused: another picture is chosen.</summary>
    public int Refused { get; set; }

    /// <summary>A copy went out with somebody in it who refused.</summary>
    public int Wrong { get; set; }

    /// <summary>Of <see cref="Wrong"/>: cleared because no face was found, before anybody looked.</summary>
    public int WrongBeforeAnybodyLooked { get; set; }

    /// <summary>What "an unknown face holds" would have held, and let out wrongly.</summary>
    public int NaiveHeld { get; set; }
    public int NaiveWrong { get; set; }

    public double KeptBack => (Held + Refused) / (double)Asked;

    public double NaiveKeptBack => NaiveHeld / (double)Asked;
}
