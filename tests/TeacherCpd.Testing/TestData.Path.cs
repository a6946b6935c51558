using System.Globalization;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Testing;

/// <summary>The stations of the main job, each at the state that a test asks for.</summary>
public sealed partial class TestData
{
    /// <summary>A group of the branch.</summary>
    public async Task<StudyGroup> GroupAsync(ProgrammeVersion? version = null, Person? trainer = null, GroupStatus status = GroupStatus.Recruiting, int capacity = 25, bool inOtherBranch = false)
    {
        var world = await WorldAsync();
        version ??= await ProgrammeAsync();
        trainer ??= await PersonAsync(Role.Trainer);
        var group = new StudyGroup
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"G-2026-{++counter:000}"),
            ProgrammeVersionId = version.Id,
            BranchId = (inOtherBranch ? world.OtherBranch : world.Branch).Id,
            Language = Language.Kk,
            StartsOn = new DateOnly(2026, 1, 12),
            EndsOn = new DateOnly(2026, 2, 20),
            TrainerId = trainer.Id,
            Capacity = capacity,
        };
        if (status != GroupStatus.Recruiting)
        {
            group.Start(1);
        }

        if (status == GroupStatus.Closed)
        {
            group.Close(Now);
        }

        await SaveAsync(group);
        return group;
    }

    /// <summary>A person in a group.</summary>
    public async Task<Enrolment> EnrolmentAsync(StudyGroup group, Person? teacher = null, EnrolmentStatus status = EnrolmentStatus.Accepted)
    {
        teacher ??= await PersonAsync(Role.Teacher);
        var world = await WorldAsync();
        var enrolment = new Enrolment
        {
            GroupId = group.Id,
            PersonId = teacher.Id,
            ListenerCode = string.Create(CultureInfo.InvariantCulture, $"L{++counter:00000}"),
            AppliedAt = Now,
            SchoolId = world.School.Id,
            RegionId = world.Region.Id,
        };
        if (status == EnrolmentStatus.Declined)
        {
            enrolment.Decline("Орын жоқ", Now);
        }
        else if (status == EnrolmentStatus.WaitingList)
        {
            enrolment.Wait(++counter);
        }
        else if (status == EnrolmentStatus.Withdrawn)
        {
            enrolment.Withdraw(null, Now);
        }
        else if (status != EnrolmentStatus.Applied)
        {
            enrolment.Accept(Now);
            if (status == EnrolmentStatus.Transferred)
            {
                enrolment.TransferAway("Басқа қалада", Now);
            }
            else if (status != EnrolmentStatus.Accepted)
            {
                enrolment.Finish(status);
            }
        }

        await SaveAsync(enrolment);
        return enrolment;
    }

    /// <summary>A portfolio that came as far as a state, with a text for each version.</summary>
    public async Task<Portfolio> PortfolioAsync(Enrolment enrolment, PortfolioStatus status, string text = "Сабақта оқушылар топпен жұмыс істеді.")
    {
        var portfolio = new Portfolio { EnrolmentId = enrolment.Id };
        var texts = new List<PortfolioText>();
        PortfolioStatus[] way =
        [
            PortfolioStatus.FormativeCheck, PortfolioStatus.AwaitingFeedback, PortfolioStatus.FeedbackGiven,
            PortfolioStatus.SummativeCheck, PortfolioStatus.AwaitingAssessment, PortfolioStatus.InAssessment,
            status is PortfolioStatus.ReAssessment or PortfolioStatus.Refused ? status : PortfolioStatus.Recommended,
        ];
        foreach (var step in status == PortfolioStatus.Draft ? [] : way)
        {
            if (step is PortfolioStatus.FormativeCheck or PortfolioStatus.SummativeCheck)
            {
                texts.Add(HandIn(portfolio, text, Now).Text);
            }
            else
            {
                portfolio.Move(step, Now);
            }

            if (step == status)
            {
                break;
            }
        }

        await SaveAsync([portfolio, .. texts]);
        return portfolio;
    }

    private DateTime Now => app.Time.UtcNow();
}
