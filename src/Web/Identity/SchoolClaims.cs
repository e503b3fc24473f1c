namespace MediaGuard.Web.Identity;

/// <summary>Claims beside Identity's own.</summary>
public static class SchoolClaims
{
    /// <summary>The school's id, 32 hexadecimal digits.</summary>
    public const string School = "mediaguard:school";

    /// <summary>The name colleagues see.</summary>
    public const string DisplayName = "mediaguard:name";

    /// <summary>The session's id, 32 hexadecimal digits.</summary>
    public const string Session = "mediaguard:session";

    /// <summary><c>on</c> when the account asks for a code besides its password.</summary>
    public const string SecondFactor = "mediaguard:second-factor";
}
