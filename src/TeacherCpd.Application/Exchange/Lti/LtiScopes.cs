namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>What tools may do with a token (LTI Assignment and Grade Services 2.0, section 3.1).</summary>
public static class LtiScopes
{
    /// <summary>Report on people.</summary>
    public const string Score = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

    /// <summary>Read what was reported.</summary>
    public const string Result = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    /// <summary>Read what is reported on.</summary>
    public const string LineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Score, Result, LineItem];
}
