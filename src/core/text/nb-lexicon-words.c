/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-lexicon-words.h"

/* Characters as UTF-8, one class each. */
const char *const nb_lexicon_marks =
    ",;:!?()[]{}\"_、。〈〉《》「」『』【】〔〕〖〗“”‘’…—·！（），．：；？［］｛｝＿";

const NbWordList nb_lexicon_words[] = {
  { NB_WORD_AMONG, 0, "其中" },
  { NB_WORD_TOTAL, 0, "共 总 合计" },
  { NB_WORD_TIME, 0, "今年以来 今年" },
  { NB_WORD_TIME, -1, "去年" },
  { NB_WORD_TIME, -2, "前年" },
  { NB_WORD_TIME, 1, "明年" },
  { NB_WORD_TIME, NB_TIME_UNCLEAR, "本月 上月 下月 上个月 下个月 近日 日前 最近 昨日 昨天" },
  { NB_WORD_UNTIL, 0, "截止" },
  { NB_WORD_COMPLAINT, 0, "投诉 诉求 信访 举报 诉讼 起诉 仲裁 败诉" },
  { NB_WORD_AWARD, 0, "荣获 喜获 获评 被评为 被授予 荣誉称号 通报表扬 通报批评 行政处罚" },
  { NB_WORD_GIFT, 0, "捐赠 捐款 捐资 捐物 捐助 捐献 受赠 获赠" },
  { NB_WORD_CHANGE, 0, "变更" },
  { NB_WORD_FACT, 0, "公章 印章 账号 账户 开户行 电话 邮编 内设机构 编制 职能 职责 领导班子" },
  { NB_WORD_FACT, 1, "负责人 法人" },   /* the values: indexes of what it is registered as, */
  { NB_WORD_FACT, 2, "地址 办公地点" }, /* see nb-check-changed-facts.c */
  { NB_WORD_FACT, 3, "经营范围 业务范围" },
  { NB_WORD_FACT, 4, "注册资金 注册资本" },
  { NB_WORD_FACT, 5, "主管单位 主管部门 上级单位" },
  { NB_WORD_SECRECY, 0, "绝密 机密 秘密" },
  { NB_WORD_SECRECY, 1, "密级" },
  { NB_WORD_SECRECY, 2, "★ 内部文件 内部资料 不得外传 注意保存" },
  { NB_WORD_PLACEHOLDER, 0,
    "XX xx ＸＸ ×× 某某 __ ＿＿ 【】 【　】 （事项） （此处 （请填 (此处 (请填 点击此处 此处填写 "
    "请填写" },
  { NB_WORD_ACTIVITY, 0, "业务活动 主要工作 工作开展 开展情况 工作情况 宗旨 履职情况" },
  { NB_WORD_BENEFIT, 0, "效益 成效 成果 成绩 效果" },
  { NB_WORD_PROBLEM, 0, "问题 不足 困难 短板 薄弱 差距" },
  { NB_WORD_MEASURE, 0, "措施 整改 改进 对策 解决办法" },
  { NB_WORD_PLAN, 0, "计划 打算 下一步 思路 规划 展望" },
  { NB_WORD_PLAN, 1, "安排 要点 重点工作" },
  { NB_WORD_ORDER, 1, "首先" },
  { NB_WORD_ORDER, 2, "其次" },
  { NB_WORD_ORDER, 3, "再次" },
  { NB_WORD_ORDER, 9, "最后" },
  { NB_WORD_ADVERB, 0,
    "更好 更快 更深入 较好 很好 有效 有力 积极 认真 切实 扎实 深入 及时 顺利 圆满 充分 严格 稳步 "
    "主动 全面 "
    "科学 合理 准确 快速 高效 大力 不断 持续 进一步 逐步 有序 广泛 妥善 最大限度" },
  { NB_WORD_VERB, 0,
    "为 服务于 服务好 推动了 推进了 促进了 保障了 完成了 开展了 提高了 提升了 解决了 保证了 维护了 "
    "满足了 发挥了 "
    "发挥出 落实了 贯彻了 掌握了 融入到 带动了 调动了 激发了 增强了 改善了 加强了 防止了 避免了 "
    "防范了 遏制了 "
    "化解了 缓解了 宣传了 展示了 展现了 体现了 反映了 营造了 拓展了 优化了 规范了 履行了 实现了 "
    "投入到 参与到 "
    "运用到 应用到 降低了 减少了 节约了 丰富了 推广了 普及了 弘扬了 传承了 保护了 稳定了 巩固了 "
    "方便了" },
  { NB_WORD_DOING, 0,
    "做 干 抓 学 办 搞 落实 开展 执行 完成 掌握 理解 贯彻 准备 推进 宣传 发挥 研究 学习 考虑" },
  { NB_WORD_DEGREE, 0,
    "不到位 不够 不好 不细 不实 不深 不透 不全面 不扎实 不充分 不够好 不够深入 不够细 不够扎实 "
    "不够到位 不够全面 "
    "还不够 还不到位 很好 较好 比较好 非常好 很到位 很扎实 不及时 不彻底 不深入 不理想 不太好 "
    "有声有色 井井有条" },
  /* Each unit is one of its own: the numbers are given when the lexicon is made. */
  { NB_WORD_UNIT, 0,
    "万元 亿元 元 人次 人 件 次 户 家 个 项 期 册 份 场次 场 名 台 套 条 处 篇 平方米 公里 亩 吨 "
    "枚 宗 起 例 批 "
    "张 辆 间 位 本 门 节 课时 学时 株 棵 所 座 支 组 队 天 小时 分钟 立方米 米 千克 公斤 只 头 盒 "
    "卷 页 字 种 类 "
    "幅 班次 班 学分 万人次 万人 万册 万件 万份 万吨 万亩 万平方米 万立方米 万户 万次 万张 万字 "
    "万卷 万米 万 亿 "
    "毫米 厘米 公顷 千瓦时 度 床 张床位 剂次 剂 针 人份 车次 班级 轮 届 条次 项次 种类 % ％" },
  { NB_WORD_DATE_UNIT, 0, "年度 年 月份 月 日 号 时 点 分 秒 季度 周 周年" },
};
const guint nb_lexicon_n_words = G_N_ELEMENTS (nb_lexicon_words);
