namespace MediaGuard.Journey.Heads;

/// <summary>A signed head as other programs check it: the text that was signed, and the signature in the form openssl reads.</summary>
public sealed record LooseHead(string Name, byte[] Text, byte[] Signature);
