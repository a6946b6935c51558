namespace TeacherCpd.Web.Common;

/// <summary>Headers of every answer: nothing from other sites, nothing inline, in no frame.</summary>
internal static class SecurityHeaders
{
    /// <summary>That of all pages but one.</summary>
    public static readonly HeaderPolicyCollection Policy = Of(carries: false);

    /// <summary>That of the page that carries a message on to an outside tool: its form may lead to other sites.</summary>
    public static readonly HeaderPolicyCollection CarryingPolicy = Of(carries: true);

    private static HeaderPolicyCollection Of(bool carries) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddObjectSrc().None();
            _ = carries ? csp.AddFormAction().Self().OverHttps() : csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().Self();
        });
}
