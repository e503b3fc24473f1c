namespace MediaGuard.Consent.Register;

/// <summary>What holds for a person and a purpose on a day. Only <see cref="Given"/> is a yes.</summary>
public enum Standing
{
    NotOnRecord,
    Given,
    Expired,
    Left,
    Refused,
}
