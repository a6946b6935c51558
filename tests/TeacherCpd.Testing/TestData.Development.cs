using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Testing;

/// <summary>Activities, and courses of former years.</summary>
public sealed partial class TestData
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    /// <summary>An activity of a teacher that waits for the school.</summary>
    public async Task<DevelopmentActivity> ActivityAsync(Person teacher, DevelopmentKind kind = DevelopmentKind.Seminar, int hours = 8, EvidenceFile? file = null)
    {
        var facts = new ActivityFacts(kind, $"Семинар {++counter}", "Әдістемелік кабинет", Today.AddDays(-20), Today.AddDays(-20), hours, new Evidence(null, "№ 7", file), null);
        var activity = DevelopmentActivity.Record(Guid.CreateVersion7(), teacher.Id, facts, Now, Today).Value;
        await SaveAsync(activity);
        return activity;
    }

    /// <summary>A course that a person completed, with its certificate.</summary>
    public async Task<Certificate> CourseAsync(Person teacher, DateOnly issuedOn, int? hours = 80, Guid? versionId = null)
    {
        var group = await GroupAsync(status: GroupStatus.Closed);
        var enrolment = await EnrolmentAsync(group, teacher, EnrolmentStatus.Recommended);
        var number = ++counter;
        var certificate = new Certificate
        {
            Serial = $"T-{number:000000}",
            VerificationCode = $"CODE{number:0000000000}",
            OrganisationId = group.BranchId,
            SubjectId = enrolment.Id,
            EnrolmentId = enrolment.Id,
            PersonId = teacher.Id,
            ProgrammeVersionId = versionId ?? group.ProgrammeVersionId,
            HolderName = teacher.FullName,
            ProgrammeTitle = Text($"Курс {number}"),
            ProgrammeVersionNumber = 1,
            Hours = hours,
            StartedOn = issuedOn.AddDays(-18),
            EndedOn = issuedOn,
            IssuedOn = issuedOn,
            Issuer = Text("Орталық"),
            StatusNumber = FirstBuiltStatus + number,
        };
        await SaveAsync(certificate);
        return certificate;
    }
}
