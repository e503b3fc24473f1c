using System.Text;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Exports made for tests; every name is invented.</summary>
internal static class Files
{
    public const string Heading = "UPN,Legal Surname,Legal Forename,Preferred Forename,Reg Group,Year,Website consent,Seesaw consent";
    public static readonly string[] Purposes = ["seesaw", "website"];

    public static ReadOnlyMemory<byte> Of(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    public static string Row(int n, string website = "Yes", string seesaw = "Yes", string group = "Oak", int year = 3) =>
        $"{Key(n)},Surname{n},Forename{n},,{group},{year},{website},{seesaw}";

    public static string Key(int n) => $"A{n:000000000000}";
}
