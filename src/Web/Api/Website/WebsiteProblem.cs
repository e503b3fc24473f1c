namespace MediaGuard.Web.Api.Website;

/// <summary>Why a content system did not get what it asked for.</summary>
/// <param name="Error">A word for programs; never changes.</param>
/// <param name="Says">A sentence for whoever reads the log.</param>
internal sealed record WebsiteProblem(string Error, string Says)
{
    public static readonly WebsiteProblem NoToken = new("no_token", "Send the token in the header Authorization: Bearer. The school's technician or safeguarding lead makes one on the page Website tokens.");
    public static readonly WebsiteProblem WrongToken = new("wrong_token", "There is no such token. Check that all of it was copied.");
    public static readonly WebsiteProblem ExpiredToken = new("expired_token", "The token has run out. Ask the school's technician or safeguarding lead for a new one.");
    public static readonly WebsiteProblem RevokedToken = new("revoked_token", "The school ended this token. Ask its technician or safeguarding lead for a new one.");
    public static readonly WebsiteProblem TooMany = new("too_many_requests", "Too many requests within a minute. Wait a minute, then go on.");
    public static readonly WebsiteProblem NotThere = new("not_there", "There is nothing at this address.");
    public static readonly WebsiteProblem NotCleared = new("not_cleared", "This picture may not go on the website, or no longer. Do not use an earlier copy either; look at the list of take-downs.");
    public static readonly WebsiteProblem NoCopy = new("no_copy", "No copy of this picture was ever fetched for the website.");
    public static readonly WebsiteProblem NotDown = new("nothing_to_take_down", "There is no take-down of this id that waits for this content system. It may be confirmed already.");
    public static readonly WebsiteProblem BadBody = new("bad_body", "Send a JSON object such as {\"address\":\"https://www.school.example/news\"} with the content type application/json.");
    public static readonly WebsiteProblem TooManyAddresses = new("too_many_addresses", "This picture has fifty addresses already. Confirm only pages, not every size of one.");
    public static readonly WebsiteProblem Unavailable = new("unavailable", "The picture can't be read just now. Try again in some minutes.");

    public static WebsiteProblem BadAddress(string says) => new("bad_address", says);

    public static WebsiteProblem BadQuestion(string says) => new("bad_question", says);

    public IResult As(int status) => Results.Json(this, WebsiteJson.Options, statusCode: status);
}
