using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>A developer writes the content of a version that the council has not seen.</summary>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record ReviseDraftCommand(string Code, int Number, VersionContent Content) : ICommand<Done>;

internal sealed class ReviseDraftValidator : AbstractValidator<ReviseDraftCommand>
{
    private const int Longest = 400;
    private const int LongestPhase = 366;
    private const int MostWeeks = 104;

    public ReviseDraftValidator()
    {
        RuleFor(c => c.Content.Hours).InclusiveBetween(1, ProgrammeVersion.MostHours).WithErrorCode("out_of_range").OverridePropertyName(nameof(VersionContent.Hours));
        RuleFor(c => c.Content.Audience.Kk).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long").OverridePropertyName("AudienceKk");
        RuleFor(c => c.Content.Audience.Ru).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long").OverridePropertyName("AudienceRu");
        RuleFor(c => c.Content.Audience.En).MaximumLength(Longest).WithErrorCode("too_long").OverridePropertyName("AudienceEn");
        RuleFor(c => c.Content.TeamSize).InclusiveBetween(2, 10).WithErrorCode("out_of_range").OverridePropertyName(nameof(VersionContent.TeamSize));
        RuleFor(c => c.Content.MinimumAttendance).InclusiveBetween(0, 100).WithErrorCode("percent_out_of_range").OverridePropertyName(nameof(VersionContent.MinimumAttendance));
        RuleFor(c => c.Content.StudySummary).MaximumLength(ProgrammeVersion.TextMaxLength).WithErrorCode("too_long").OverridePropertyName(nameof(VersionContent.StudySummary));
        RuleFor(c => c.Content.StudyLink).Must(IsAddress).WithErrorCode("address_wrong").MaximumLength(Longest).WithErrorCode("too_long")
            .OverridePropertyName(nameof(VersionContent.StudyLink));
        RuleForEach(c => c.Content.Phases).ChildRules(phase =>
        {
            phase.RuleFor(p => p.Hours).InclusiveBetween(1, ProgrammeVersion.MostHours).WithErrorCode("out_of_range");
            phase.RuleFor(p => p.Days).InclusiveBetween(1, LongestPhase).WithErrorCode("out_of_range");
            phase.RuleFor(p => p.Weeks).InclusiveBetween(1, MostWeeks).WithErrorCode("out_of_range")
                .Must((p, weeks) => weeks is null || p.Days is null).WithErrorCode("days_or_weeks");
        }).OverridePropertyName(nameof(VersionContent.Phases));
        RuleForEach(c => c.Content.Modules).ChildRules(module =>
        {
            module.RuleFor(m => m.Title.Kk).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long").OverridePropertyName("TitleKk");
            module.RuleFor(m => m.Title.Ru).NotEmpty().WithErrorCode("required").MaximumLength(Longest).WithErrorCode("too_long").OverridePropertyName("TitleRu");
            module.RuleFor(m => m.Title.En).MaximumLength(Longest).WithErrorCode("too_long").OverridePropertyName("TitleEn");
            module.RuleFor(m => m.Hours).InclusiveBetween(1, ProgrammeVersion.MostHours).WithErrorCode("out_of_range");
        }).OverridePropertyName(nameof(VersionContent.Modules));
        RuleForEach(c => c.Content.Support).ChildRules(contact =>
            contact.RuleFor(s => s.Month).InclusiveBetween(1, SupportPlan.Months).WithErrorCode("out_of_range"))
            .OverridePropertyName(nameof(VersionContent.Support));
    }

    private static bool IsAddress(string? text) =>
        string.IsNullOrEmpty(text) || (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}

internal sealed class ReviseDraftHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ReviseDraftCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseDraftCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme?.Versions.SingleOrDefault(v => v.Number == request.Number) is not { } version)
        {
            return new NotFound();
        }

        if (request.Content.AssessingBodyId is { } body
            && !await db.Organisations.AnyAsync(o => o.Id == body && o.Kind == OrganisationKind.AssessmentCentre, cancellationToken))
        {
            return new NotFound();
        }

        return version.Revise(request.Content) is { } error ? error : Done.Value;
    }
}
